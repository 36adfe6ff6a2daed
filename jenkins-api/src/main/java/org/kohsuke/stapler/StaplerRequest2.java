package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import net.sf.json.JSONObject;

/** A request to a web method. The host has none; declared for the signatures that name it. */
public interface StaplerRequest2 extends HttpServletRequest {
  /** Returns the form as JSON. */
  JSONObject getSubmittedForm() throws ServletException;

  /** Returns the nearest object in the path that is a {@code type}, or null. */
  <T> T findAncestorObject(Class<T> type);

  /** Makes a {@code type} of {@code src} by its data-bound constructor and setters. */
  <T> T bindJSON(Class<T> type, JSONObject src);

  /** Calls the setters of {@code bean} with what {@code src} holds. */
  void bindJSON(Object bean, JSONObject src);

  /** Makes a {@code type} of each object in {@code src}: one object, a list of them, or null. */
  <T> List<T> bindJSONToList(Class<T> type, Object src);
}
