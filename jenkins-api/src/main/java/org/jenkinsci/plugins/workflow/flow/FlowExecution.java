package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The state of a running pipeline; here, its graph. */
public abstract class FlowExecution {
  /** The nodes that nothing follows yet: one for each thing that goes on side by side. */
  public abstract List<FlowNode> getCurrentHeads();

  /** The node of an id; null when there is none. */
  @CheckForNull
  public abstract FlowNode getNode(String id) throws IOException;
}
