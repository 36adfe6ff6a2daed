import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/** The build's result that an error stands for. */
String call(Throwable err) {
    return err instanceof FlowInterruptedException ? err.result.toString() : 'FAILURE'
}
