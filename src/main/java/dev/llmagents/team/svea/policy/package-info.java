/**
 * Policies, routines and descriptions of a situation in running text, looked through for what contradicts the law. What a
 * text does not decide is "not assessed", never guessed. Start at {@link dev.llmagents.team.svea.policy.PolicyChecks}.
 */
package dev.llmagents.team.svea.policy;
