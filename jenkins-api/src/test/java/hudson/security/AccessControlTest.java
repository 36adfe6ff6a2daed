package hudson.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.model.Item;
import hudson.model.User;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import jenkins.model.Jenkins;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AccessControlTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HostJenkins host;

  @Before
  public void open() {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    host.permit(
        (who, what) -> what.equals(who.getName().equals("root") ? Jenkins.ADMINISTER : Item.READ));
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void actsAsTheControllerUnlessToldOtherwise() {
    assertNull(User.current());
    Jenkins.get().checkPermission(Jenkins.ADMINISTER);
    try (ACLContext as = ACL.as(User.getById("ana", true))) {
      assertEquals("ana", User.current().getId());
    }
    assertNull(User.current());
  }

  @Test
  public void refusesWhatIsNotPermitted() {
    try (ACLContext as = ACL.as2(new Identity("ana"))) {
      assertTrue(Jenkins.get().hasPermission(Item.READ));
      assertTrue(Jenkins.get().hasAnyPermission(Item.BUILD, Item.READ));
      AccessDeniedException3 refused =
          assertThrows(
              AccessDeniedException3.class, () -> Jenkins.get().checkPermission(Item.CONFIGURE));
      assertEquals("ana is missing the Job/Configure permission", refused.getMessage());
    }
  }

  @Test
  public void permitsWhatIsImplied() {
    try (ACLContext as = ACL.as2(new Identity("root"))) {
      assertTrue(Jenkins.get().hasPermission(Item.CONFIGURE));
      assertTrue(Jenkins.get().hasPermission(Jenkins.MANAGE));
    }
    assertFalse(Jenkins.get().hasPermission2(new Identity("ana"), Jenkins.READ));
  }
}
