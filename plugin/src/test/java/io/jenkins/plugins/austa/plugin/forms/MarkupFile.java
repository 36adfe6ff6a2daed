package io.jenkins.plugins.austa.plugin.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A form or a help text, read strictly. */
final class MarkupFile {
  private final String text;
  private final Document document;

  private MarkupFile(String text, Document document) {
    this.text = text;
    this.document = document;
  }

  /**
   * @throws IOException when there is no such file
   * @throws SAXException when it is not well-formed
   */
  static MarkupFile read(Path file) throws IOException, SAXException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one prints
      return new MarkupFile(Files.readString(file), builder.parse(file.toFile()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java can read XML", e);
    }
  }

  boolean startsWith(String start) {
    return text.startsWith(start);
  }

  /** Whether it says anything at all. */
  boolean isEmpty() {
    return document.getDocumentElement().getTextContent().isBlank();
  }

  /** The values of every {@code field="…"} in it. */
  Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.hasAttribute("field")) {
        fields.add(element.getAttribute("field"));
      }
    }
    return fields;
  }
}
