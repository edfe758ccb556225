package org.glissade.examples.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.glissade.nn.telemetry.GroupSummary;
import org.glissade.nn.telemetry.LinkSummary;
import org.glissade.nn.telemetry.NormSummary;

/** What the links of a chain did, as JSON. */
record LinksJson(JsonGenerator json) {
  void write(List<LinkSummary> links) throws IOException {
    json.writeArrayFieldStart("links");
    for (LinkSummary link : links) {
      json.writeStartObject();
      json.writeStringField("link", link.link());
      json.writeStringField("sentence", link.sentence());
      json.writeNumberField("applied", link.applied());
      json.writeNumberField("firedShare", link.firedShare());
      json.writeArrayFieldStart("groups");
      for (GroupSummary group : link.groups()) {
        write(group);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(GroupSummary group) throws IOException {
    json.writeStartObject();
    json.writeStringField("group", group.group());
    json.writeNumberField("firedShare", group.firedShare());
    write("before", group.before());
    write("after", group.after());
    write("coefficient", group.coefficient());
    json.writeEndObject();
  }

  private void write(String name, NormSummary norms) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", norms.count());
    json.writeNumberField("nonFinite", norms.nonFinite());
    json.writeNumberField("median", norms.median());
    json.writeNumberField("p90", norms.p90());
    json.writeNumberField("p99", norms.p99());
    json.writeEndObject();
  }
}
