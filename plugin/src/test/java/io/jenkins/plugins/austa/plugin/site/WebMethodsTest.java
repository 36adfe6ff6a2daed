package io.jenkins.plugins.austa.plugin.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** Everything of this plugin that answers to a web request, found as Jenkins finds it. */
public class WebMethodsTest {
  private static final String PLUGIN = "io.jenkins.plugins.austa.plugin.";
  private static final String WRONG = "No Value! ftp://";

  @Rule public final AsUser user = new AsUser();

  private final List<Method> methods = new ArrayList<>();

  @Before
  public void findMethods() throws InstantiationException {
    ClassLoader loader = getClass().getClassLoader();
    for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
      if (item.className().startsWith(PLUGIN) && item.element() instanceof Class<?> type) {
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().matches("do[A-Z].*"))
            .forEach(methods::add);
      }
    }
    assertTrue(methods.toString(), methods.size() >= 13);
  }

  @Test
  public void allAnswerToPostOnly() {
    for (Method method : methods) {
      assertTrue(
          method.toString(),
          method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(RequirePOST.class));
    }
  }

  @Test
  public void noneTellsOrDoesAnythingWithoutPermission() throws Exception {
    try (ACLContext as = AsUser.as(AsUser.READER)) {
      for (Method method : methods) {
        if (method.getReturnType() == ListBoxModel.class) {
          assertEquals(method.toString(), List.of(WRONG), values(method));
        } else if (method.getName().startsWith("doCheck")) {
          assertEquals(method.toString(), FormValidation.Kind.OK, check(method).kind);
          assertEquals("<div/>", check(method).renderHtml());
        } else {
          assertRefused(method);
        }
      }
    }
  }

  /** Without this, the test above would also pass for methods that never do anything. */
  @Test
  public void allAnswerTheAdministrator() throws Exception {
    user.secretFile("a-file", "");
    user.secretText("a-text", "");
    try (ACLContext as = AsUser.as(AsUser.ADMIN)) {
      for (Method method : methods) {
        if (method.getReturnType() == ListBoxModel.class) {
          assertEquals(method.toString(), 3, values(method).size());
        } else if (method.getReturnType() == FormValidation.class) {
          assertFalse(method.toString(), check(method).kind == FormValidation.Kind.OK);
        }
      }
    }
  }

  private static void assertRefused(Method method) {
    InvocationTargetException thrown =
        assertThrows(method.toString(), InvocationTargetException.class, () -> call(method));
    assertEquals(
        method.toString(), AccessDeniedException3.class, thrown.getTargetException().getClass());
  }

  private static List<String> values(Method method) throws Exception {
    return ((ListBoxModel) call(method)).stream().map(option -> option.value).toList();
  }

  private static FormValidation check(Method method) throws Exception {
    return (FormValidation) call(method);
  }

  private static Object call(Method method) throws Exception {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type == String.class ? WRONG : null)
            .toArray();
    Object owner = ExtensionList.lookupSingleton(method.getDeclaringClass());
    return method.invoke(owner, arguments);
  }
}
