package org.wangge.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.wangge.policy.Redaction;

/**
 * {@code %maskedException} of the log's pattern: the stack trace without the phone and identity
 * numbers that messages of exceptions may carry.
 */
public final class MaskedException extends ThrowableProxyConverter {
  @Override
  protected String throwableProxyToString(IThrowableProxy thrown) {
    return Redaction.text(super.throwableProxyToString(thrown));
  }
}
