/**
 * HTTP ground: what every handler shares.
 *
 * <p>Words: a <b>problem</b> is an answer that says no (RFC 9457), its <b>kind</b> one line of the
 * one table of errors; a <b>query</b> is the checked query string; an <b>entity</b> is a body with
 * an entity tag; <b>routes</b> are what a feature adds to the server; the <b>live stream</b>
 * carries events to open pages; the <b>front</b> is the filter every request passes. A handler
 * reads: parse, ask, render.
 */
@NullMarked
package org.wangge.web;

import org.jspecify.annotations.NullMarked;
