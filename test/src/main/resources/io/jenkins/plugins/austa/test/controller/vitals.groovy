// How the controller's process is, as JSON. Soft references count as used: they are what the controller keeps.
import java.lang.management.ManagementFactory
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList

// Every stretch of a program has a time limit. Jenkins' timer keeps those that were cancelled until they would be due, for
// up to five minutes: what a burst of runs has left there is let go of now, as it would be then.
jenkins.util.Timer.get().delegate().purge()
5.times { System.gc(); System.runFinalization() }
print groovy.json.JsonOutput.toJson([
    heap: ManagementFactory.memoryMXBean.heapMemoryUsage.used,
    threads: ManagementFactory.threadMXBean.threadCount,
    classes: ManagementFactory.classLoadingMXBean.loadedClassCount,
    programs: FlowExecutionList.get().collect { it }.size(),
])
