/**
 * Personal data stays here: it is replaced by marks before a request leaves the process, and put back into the answer.
 *
 * <p>Start with {@link dev.llmagents.privacy.MaskingStep}, the step every model call passes, and
 * {@link dev.llmagents.privacy.PiiMasker}, which does the work for one request.
 */
package dev.llmagents.privacy;
