package org.tocsin.notification.delivery;

import java.util.Map;

/**
 * How far an appeal has reached.
 *
 * @param members of the snapshot; the classes add up to it
 * @param planned rows in all
 * @param haveText members who were handed the text, in full or redacted
 * @param haveNotice members who were handed a notice only
 */
record Reach(int members, int planned, Map<MemberClass, Integer> classes, int haveText, int haveNotice) {}
