// How the controller's process is, as JSON. Soft references count as used: they are what the controller keeps.
import java.lang.management.ManagementFactory
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList

5.times { System.gc(); System.runFinalization() }
print groovy.json.JsonOutput.toJson([
    heap: ManagementFactory.memoryMXBean.heapMemoryUsage.used,
    threads: ManagementFactory.threadMXBean.threadCount,
    classes: ManagementFactory.classLoadingMXBean.loadedClassCount,
    programs: FlowExecutionList.get().collect { it }.size(),
])
