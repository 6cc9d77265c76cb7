package org.wangge.topology;

/** One sentence for people, in the two languages of the page. */
public record Words(String chinese, String english) {}
