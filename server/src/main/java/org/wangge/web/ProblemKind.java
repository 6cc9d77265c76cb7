package org.wangge.web;

import java.util.Locale;

/**
 * The one table of errors: every problem this server answers with is one of these. Served at {@code
 * /problems}.
 */
public enum ProblemKind {
  UNKNOWN_PARAMETER(400, "Unknown query parameter", "未知的查询参数"),
  BAD_PARAMETER(400, "Query parameter with a value that cannot be used", "查询参数取值不可用"),
  MISSING_PARAMETER(400, "Query parameter missing", "缺少查询参数"),
  BAD_BODY(400, "Request body cannot be read", "请求内容无法读取"),
  BAD_REQUEST(400, "Request cannot be understood", "请求无法理解"),
  SIGN_IN(401, "Sign in first", "请先登录"),
  WRONG_PASSWORD(401, "Name or password wrong", "账号或口令不正确"),
  FORBIDDEN(403, "Not among your rights", "没有这项权限"),
  CHANGE_PASSWORD(403, "Password must be changed first", "请先修改一次性口令"),
  BAD_CSRF_TOKEN(403, "Writing without the session's token", "缺少本次登录的写入凭据"),
  SIGN_IN_FAILED(403, "Signing in by the identity provider came to nothing", "统一身份认证登录未成功"),
  CROSS_SITE(403, "Writing from a foreign site", "不接受来自其他网站的写入"),
  NOT_FOUND(404, "Nothing here", "没有找到"),
  METHOD_NOT_ALLOWED(405, "Method not allowed here", "此处不允许该方法"),
  NOT_ACCEPTABLE(406, "No representation of the kind asked for", "没有所要求的表示形式"),
  TIMEOUT(408, "Request took too long to arrive", "请求超时"),
  CONFLICT(409, "In conflict with the present state", "与当前状态冲突"),
  REPLAYED(409, "Carried out already", "该请求已执行过"),
  STALE(412, "Changed by somebody else meanwhile", "内容已被他人修改"),
  TOO_LARGE(413, "Request body too large", "请求内容过大"),
  UNSUPPORTED_MEDIA_TYPE(415, "Request body of a media type not read here", "不支持的内容类型"),
  REFUSED_DATA(422, "Data read but refused", "数据已读取但不予接受"),
  PRECONDITION_REQUIRED(428, "Request must be conditional", "请求须带前提条件"),
  TOO_MANY_REQUESTS(429, "Too many requests", "请求过多"),
  INTERNAL(500, "Error of the server", "服务器内部错误"),
  UNAVAILABLE(503, "Not ready to answer", "服务尚未就绪");

  private final int status;
  private final String title;
  private final String label;

  ProblemKind(int status, String title, String label) {
    this.status = status;
    this.title = title;
    this.label = label;
  }

  /** HTTP status code. */
  public int status() {
    return status;
  }

  /** English title, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Chinese title. */
  public String label() {
    return label;
  }

  /** Lower case with hyphens: the stable code clients compare with. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The RFC 9457 type, a URI reference to the line of the table. */
  public String type() {
    return "/problems#" + code();
  }

  /**
   * The kind that stands for a bare HTTP status; BAD_REQUEST for other 4xx, INTERNAL for the rest.
   */
  static ProblemKind ofStatus(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status && kind != UNKNOWN_PARAMETER) {
        return status == 400 ? BAD_REQUEST : kind;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
