package io.jenkins.plugins.austa.engine.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a stream without trusting it. A document type is passed over unread, as Istanbul
 * writes one into its Cobertura reports; a reference to an entity is refused. So nothing is ever
 * loaded, expanded or asked for on the network.
 */
final class XmlReports {
  private static final XMLInputFactory FACTORY = hardened();

  private XmlReports() {}

  /** Gets each start and end of an element, and text. */
  interface Handler {
    void event(int event, XMLStreamReader xml) throws XMLStreamException, CheckReportException;
  }

  /** Reads the document to its end; one that ends early is refused. */
  static void read(Path file, Handler handler) throws CheckReportException {
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new CheckReportException(
              file + " refers to an entity, which no test tool does: refused");
        }
        handler.event(event, xml);
      }
      xml.close();
    } catch (XMLStreamException | IOException | RuntimeException e) {
      throw new CheckReportException(
          "Reading "
              + file
              + " failed: it is missing, truncated or not well-formed XML. Look at the log of the"
              + " check that writes it",
          e);
    }
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("nothing outside the file is read");
        });
    return factory;
  }
}
