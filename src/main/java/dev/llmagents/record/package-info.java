/**
 * What a run leaves behind, so that it can be listed, shown, resumed and replayed.
 *
 * <p>One mechanism for all four: {@link dev.llmagents.record.RecordStep} stands behind masking, writes every call down the
 * moment it ends, and answers from what was written before. A run of a user's keeps its calls in a
 * {@link dev.llmagents.record.RunFolder}; a {@link dev.llmagents.record.Recording} is the same calls without what differs
 * from run to run, in a folder that may be committed. Neither holds a prompt.
 */
package dev.llmagents.record;
