package org.wangge.app;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.wangge.policy.Redaction;

/** {@code %masked} of the log's pattern: the message without phone and identity numbers. */
public final class MaskedMessage extends MessageConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Redaction.text(super.convert(event));
  }
}
