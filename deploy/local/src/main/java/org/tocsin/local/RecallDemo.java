package org.tocsin.local;

/** One person takes back what two had let go: everybody who may have the appeal is told, and nobody else. */
final class RecallDemo {
    private static final String NOTICE = "RELEASED";

    private final FrontDoors doors;
    private final Progress progress;

    RecallDemo(FrontDoors doors, Progress progress) {
        this.doors = doors;
        this.progress = progress;
    }

    void run(String appealId) {
        System.out.println();
        Demo.expect("recall", 200, doors.recall("verifier-two", appealId, NOTICE));
        progress.step("verifier-two recalled it: the people are released");
        var recalledAt = progress.seconds();
        var rows = Demo.await(
                "the members to be told",
                () -> doors.deliveries("operator-one", appealId),
                deliveries -> new WhoGotWhat(deliveries, NOTICE).everybodyTold());
        progress.step("everybody who may have it told, %.1f s after the recall", progress.seconds() - recalledAt);
        System.out.println();
        System.out.print(new WhoGotWhat(rows, NOTICE).text());
    }
}
