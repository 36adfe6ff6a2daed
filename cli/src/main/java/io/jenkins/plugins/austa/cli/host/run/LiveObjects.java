package io.jenkins.plugins.austa.cli.host.run;

import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import jenkins.model.Jenkins;

/** The objects of the host that a program may refer to, by the key that is saved for them. */
final class LiveObjects {
  private final Map<String, Object> byKey = new HashMap<>();
  private final Map<Object, String> keys = new IdentityHashMap<>();

  LiveObjects(HostRun run) {
    add("run", run);
    add("job", run.getParent());
    add("jenkins", Jenkins.get());
  }

  void add(String key, Object live) {
    byKey.put(key, live);
    keys.put(live, key);
  }

  void add(HostOwned owned) {
    byKey.put(owned.hostKey(), owned);
  }

  Object live(String key) {
    return byKey.get(key);
  }

  String keyOf(Object live) {
    return keys.get(live);
  }
}
