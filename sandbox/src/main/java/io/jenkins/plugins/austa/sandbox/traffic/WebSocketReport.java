package io.jenkins.plugins.austa.sandbox.traffic;

import java.util.List;
import java.util.Map;

/**
 * What came of the WebSockets.
 *
 * @param opened those opened, again after a break included
 * @param refused handshakes that failed
 * @param broken those of the opened that ended by anybody but the user, or gave no echo in time
 * @param goingAway those of the broken that the server closed politely, with 1001
 * @param open those open now
 * @param said messages said; one that is said again on the next WebSocket, because it had not come
 *     back, counts once
 * @param messages those of them that came back
 * @param byColour those open now by the colour that their handshake named
 * @param reasons why the first few were refused or broke
 */
public record WebSocketReport(
    long opened,
    long refused,
    long broken,
    long goingAway,
    int open,
    long said,
    long messages,
    Map<String, Integer> byColour,
    List<String> reasons) {}
