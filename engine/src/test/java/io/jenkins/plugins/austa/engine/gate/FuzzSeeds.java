package io.jenkins.plugins.austa.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sound reports of every format, each with many findings that decide: no few mistakes can take them
 * all away unseen.
 */
record FuzzSeeds(String scanner, Integer exitCode, String report) {
  private static final int FINDINGS = 12;

  static List<FuzzSeeds> all() {
    List<FuzzSeeds> all = new ArrayList<>();
    all.add(new FuzzSeeds("trivy", 0, trivy()));
    all.add(new FuzzSeeds("npm-audit", 1, npm()));
    all.add(new FuzzSeeds("bandit", 1, bandit()));
    all.add(new FuzzSeeds("pip-audit", 1, pipAudit()));
    all.add(new FuzzSeeds("safety", 64, safety()));
    all.add(new FuzzSeeds("sarif", 1, sarif()));
    return all;
  }

  private static String many(IntFunction<String> one) {
    return IntStream.range(0, FINDINGS).mapToObj(one).collect(Collectors.joining(",\n"));
  }

  private static String trivy() {
    return "{\"SchemaVersion\":2,\"ArtifactName\":\"backend\",\"ArtifactType\":\"filesystem\","
        + "\"Results\":["
        + many(FuzzSeeds::trivyResult)
        + "]}";
  }

  private static String trivyResult(int i) {
    return """
    {"Target":"f%d/package-lock.json","Class":"lang-pkgs","Type":"npm","Packages":[{"Name":"p"}],
    "Vulnerabilities":[{"VulnerabilityID":"CVE-2026-%d","VendorIDs":["GHSA-aaaa-bbbb-%d"],
    "PkgName":"p%d","PkgIdentifier":{"PURL":"pkg:npm/p%d@1.0.%d"},"InstalledVersion":"1.0.%d",
    "FixedVersion":"2.0","Title":"a \\"title\\" é","Description":"%s","Severity":"CRITICAL",
    "CVSS":{"nvd":{"V3Score":9.8}},"References":["https://a.example/b"],
    "PublishedDate":"2026-01-02T03:04:05Z"}],
    "Secrets":[{"RuleID":"token","Severity":"HIGH","Title":"t","StartLine":%d,"Match":"x***"}]}\
    """
        .formatted(i, 1000 + i, i, i, i, i, i, "long ".repeat(20), i + 1);
  }

  private static String npm() {
    return "{\"auditReportVersion\":2,\"vulnerabilities\":{"
        + many(
            i ->
                """
                "p%d":{"name":"p%d","severity":"high","isDirect":false,"via":[{"source":%d,
                "name":"p%d","title":"t","url":"https://github.com/advisories/GHSA-aaaa-bbbb-%d",
                "severity":"high","cvss":{"score":7.5},"range":"<1"}],"effects":[],
                "nodes":["node_modules/p%d"],"fixAvailable":true}\
                """
                    .formatted(i, i, i, i, i, i))
        + ("},\"metadata\":{\"vulnerabilities\":{\"info\":0,\"low\":0,\"moderate\":0,\"high\":%d,"
                + "\"critical\":0,\"total\":%d},\"dependencies\":{\"prod\":30,\"total\":30}}}")
            .formatted(FINDINGS, FINDINGS);
  }

  private static String bandit() {
    return "{\"errors\":[],\"generated_at\":\"2026-11-20T08:00:00Z\",\"metrics\":{\"a.py\":{\"loc\":9}},"
        + "\"results\":["
        + many(
            i ->
                """
                {"code":"%d run(cmd%d)\\n","filename":"./a.py","issue_confidence":"HIGH",
                "issue_severity":"HIGH","issue_text":"shell","line_number":%d,"test_id":"B602"}\
                """
                    .formatted(i + 1, i, i + 1))
        + "]}";
  }

  private static String pipAudit() {
    return "{\"dependencies\":["
        + many(
            i ->
                """
                {"name":"p%d","version":"1.%d","vulns":[{"id":"PYSEC-2026-%d","fix_versions":["2"],
                "aliases":["CVE-2026-%d"],"description":"d"}]}\
                """
                    .formatted(i, i, i, 2000 + i))
        + "],\"fixes\":[]}";
  }

  private static String safety() {
    return "{\"report_meta\":{\"scanned\":[\"/usr/lib/python3\"],\"vulnerabilities_found\":"
        + FINDINGS
        + "},\"vulnerabilities\":["
        + many(
            i ->
                """
                {"vulnerability_id":"%d","package_name":"p%d","ignored":false,
                "analyzed_version":"1","advisory":"a","fixed_versions":["2"],"CVE":"CVE-2026-%d",
                "severity":{"cvssv3":{"base_score":9.8,"base_severity":"CRITICAL"}}}\
                """
                    .formatted(70_000 + i, i, 3000 + i))
        + "],\"ignored_vulnerabilities\":[]}";
  }

  private static String sarif() {
    return "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"linter\",\"rules\":["
        + "{\"id\":\"r\",\"properties\":{\"security-severity\":\"9.1\"}}]}},\"results\":["
        + many(
            i ->
                """
                {"ruleId":"rule-%d","level":"error","message":{"text":"m"},"locations":[
                {"physicalLocation":{"artifactLocation":{"uri":"a.js"},"region":{"startLine":%d}}}]}\
                """
                    .formatted(i, i + 1))
        + "]}]}";
  }
}
