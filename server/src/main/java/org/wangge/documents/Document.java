package org.wangge.documents;

/**
 * A finished file.
 *
 * @param fileName what to save it as, in Chinese: 雨湖区网格四至表（第3版）.xlsx
 * @param contentType media type
 * @param bytes not to be changed
 */
public record Document(String fileName, String contentType, byte[] bytes) {}
