package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.images.BakeMetadata;
import io.jenkins.plugins.austa.engine.images.BakeMetadataException;
import io.jenkins.plugins.austa.engine.images.BakeTarget;
import io.jenkins.plugins.austa.engine.images.ImageReference;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.ImageReport;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.MasterToSlaveFileCallable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code austaImages}: reads what was built; from here on images are known by digest. Returns their
 * scans.
 */
public final class AustaImagesStep extends Step {
  /** Reads the metadata file of the build. */
  @DataBoundConstructor
  public AustaImagesStep() {}

  @Override
  public StepExecution start(StepContext context) {
    return new Execution(context);
  }

  private static final class Execution extends BackgroundExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    Execution(StepContext context) {
      super(context, FailureKind.BUILD);
    }

    @Override
    Map<String, Object> work() throws Exception {
      AustaAction action = action();
      PipelinePlan plan = action.plan();
      List<ImageReference> built = workspace().act(new ReadImages(BakePlan.targets(plan)));
      Map<String, String> images = new TreeMap<>();
      List<ImageReport> reports = new ArrayList<>();
      for (ImageReference image : built) {
        images.put(image.service(), image.pinned());
        reports.add(report(image, plan.platforms()));
        log(image.service() + " is " + image.pinned());
      }
      action.setImages(images);
      action.report().addImages(reports);
      build().save();
      return PlanView.map("scans", PlanView.scans(plan, JudgeScans.ofImages(plan, images)));
    }

    private static ImageReport report(ImageReference image, List<String> platforms) {
      return new ImageReport(
          image.service(),
          image.repository() + ":" + image.tag(),
          image.digest(),
          platforms,
          "attached to the image by BuildKit");
    }
  }

  private static final class ReadImages extends MasterToSlaveFileCallable<List<ImageReference>> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<BakeTarget> targets;

    ReadImages(List<BakeTarget> targets) {
      this.targets = new ArrayList<>(targets);
    }

    @Override
    public List<ImageReference> invoke(File workspace, VirtualChannel channel) throws IOException {
      try {
        File metadata = new File(workspace, PlannedFiles.IMAGES);
        return new ArrayList<>(BakeMetadata.read(metadata.toPath(), targets));
      } catch (BakeMetadataException e) {
        throw new AbortException(e.getMessage());
      }
    }
  }

  /** Form and binding. */
  @Extension
  public static final class DescriptorImpl extends AustaStepDescriptor {
    /** Names the step. */
    public DescriptorImpl() {
      super("austaImages", "Read what was built", Run.class, TaskListener.class, FilePath.class);
    }
  }
}
