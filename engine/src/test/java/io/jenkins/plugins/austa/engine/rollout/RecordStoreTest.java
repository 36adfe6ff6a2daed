package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class RecordStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");

  /** As version 0.3 wrote it, but for its number of revisions. */
  private static final String BEFORE_RETURNS =
      """
      {
        "active" : {
          "number" : 2, "colour" : "green", "version" : "v2",
          "images" : { "backend" : "r/backend@sha256:2" },
          "chart" : "austa@sha256:0123456789ab", "who" : "cockpit #12",
          "when" : "2026-11-20T09:00:00.123456Z", "why" : "deployed by cockpit#12",
          "replicas" : { "backend" : 2 }
        },
        "phase" : "done",
        "previous" : {
          "number" : 1, "colour" : "blue", "version" : "v1",
          "images" : { "backend" : "r/backend@sha256:1" },
          "chart" : "austa@sha256:0123456789ab", "who" : "cockpit #11",
          "when" : "2026-11-19T09:00:00Z", "why" : "deployed by cockpit#11", "replicas" : { }
        },
        "history" : [ {
          "revision" : {
            "number" : 2, "colour" : "green", "version" : "v2",
            "images" : { "backend" : "r/backend@sha256:2" },
            "chart" : "austa@sha256:0123456789ab", "who" : "cockpit #12",
            "when" : "2026-11-20T09:00:00.123456Z", "why" : "deployed by cockpit#12",
            "replicas" : { "backend" : 2 }
          },
          "ended" : "done", "at" : "2026-11-20T09:06:00Z"
        } ],
        "events" : [ { "at" : "2026-11-20T09:06:00Z", "phase" : "done", "message" : "it serves" } ],
        "holder" : "cockpit#12",
        "updatedAt" : "2026-11-20T09:06:00Z"
      }
      """;

  private final MockApiServer api = new MockApiServer();
  private final RecordStore store = new RecordStore(api.client(), TestRelease.TARGET);

  @After
  public void close() {
    api.close();
  }

  @Test
  public void whatIsWrittenIsReadBackTheSame() {
    RolloutRecord full =
        new RolloutRecord(
            new Revision(
                7,
                Colour.BLUE,
                "v7",
                Map.of("a", "r/a@sha256:1"),
                "c",
                "ann",
                NOW,
                "y",
                Map.of("a", 3)),
            RetirementRuleTest.revision(8, Colour.GREEN),
            Phase.REVERTING,
            RetirementRuleTest.revision(6, Colour.GREEN),
            List.of(
                new PastRevision(RetirementRuleTest.revision(6, Colour.GREEN), Phase.DONE, NOW)),
            new Reverted("error-rate", "too high", NOW),
            List.of(new RolloutEvent(NOW, Phase.CHECKING, "checking")),
            "build-8",
            NOW);

    store.save(full, store.load(NOW));

    assertEquals(full, store.load(NOW).record());
  }

  @Test
  public void theFirstWriteOfTwoWinsAndTheOtherIsToldSo() {
    StoredRecord mine = store.load(NOW);
    StoredRecord theirs = store.load(NOW);
    store.save(theirs.record(), theirs);

    assertThrows(RecordConflictException.class, () -> store.save(mine.record(), mine));
  }

  @Test
  public void aWriteBasedOnAnOldVersionIsAConflict() {
    StoredRecord first = store.save(RolloutRecord.empty(NOW), store.load(NOW));
    store.save(first.record().draft().phase(Phase.CHECKING).build("build-9", NOW), first);

    RecordConflictException conflict =
        assertThrows(
            RecordConflictException.class,
            () ->
                store.save(first.record().draft().phase(Phase.DONE).build("build-1", NOW), first));

    assertEquals(first.resourceVersion().orElseThrow(), conflict.expectedVersion());
    assertEquals(Phase.CHECKING, store.load(NOW).record().phase());
  }

  @Test
  public void aFieldOfANewerVersionIsRefusedByName() {
    write("{\"phase\":\"done\",\"history\":[],\"events\":[],\"canaryWeight\":10}");

    RecordUnreadableException refused =
        assertThrows(RecordUnreadableException.class, () -> store.load(NOW));

    assertTrue(refused.getMessage(), refused.getMessage().contains("'canaryWeight'"));
    assertTrue(refused.getMessage(), refused.getMessage().contains("upgrade"));
  }

  @Test
  public void whatIsNoRecordIsRefusedAndNotTakenForAFirstRollout() {
    for (String text :
        new String[] {"", "null", "{}", "{\"phase\":\"flying\"}", "[]", "not json"}) {
      write(text);
      assertThrows(text, RecordUnreadableException.class, () -> store.load(NOW));
    }
  }

  @Test
  public void aDeniedReadIsNotTakenForAFirstRollout() {
    api.fault((method, path) -> MockApiServer.status(403));

    ClusterException denied = assertThrows(ClusterException.class, () -> store.load(NOW));

    assertEquals(403, denied.code());
    assertTrue(denied.getMessage(), denied.getMessage().contains("Grant the verb"));
  }

  private void write(String text) {
    var map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(TestRelease.TARGET.stateName())
            .withNamespace(TestRelease.NAMESPACE)
            .endMetadata()
            .withData(Map.of("record.json", text))
            .build();
    api.client().resource(map).delete();
    api.client().resource(map).create();
  }

  @Test
  public void aRecordThatWasWrittenBeforeThereWereReturnsIsRead() {
    api.client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("austa-production-rollout")
                .withNamespace(TestRelease.NAMESPACE)
                .endMetadata()
                .withData(Map.of(RecordStore.KEY, BEFORE_RETURNS))
                .build())
        .create();

    RolloutRecord record = store.load(NOW).record();

    assertEquals(2, record.active().installedNumber());
    assertEquals(null, record.active().valuesDigest());
    assertEquals(false, record.active().endsTheWayBack());
    assertEquals(null, record.history().get(0).because());
    assertEquals(1, ReturnRule.choose(record, new WantedRevision.Previous()).number());
  }

  @Test
  public void whatOlderVersionsDoNotKnowIsNotWrittenUnlessItSaysSomething() {
    store.save(
        RolloutRecord.empty(NOW)
            .draft()
            .active(RetirementRuleTest.revision(6, Colour.GREEN))
            .build("build-6", NOW),
        store.load(NOW));

    String json =
        api.client()
            .configMaps()
            .inNamespace(TestRelease.NAMESPACE)
            .withName("austa-production-rollout")
            .get()
            .getData()
            .get(RecordStore.KEY);
    for (String later : List.of("valuesDigest", "contract", "restores", "installedAs")) {
      assertEquals(json, false, json.contains(later));
    }
  }
}
