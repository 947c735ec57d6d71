/**
 * Rules of Swedish compliance as dated data, and what comes of applying them. The texts, legal grounds and dates stand in
 * resource files, one for each {@link dev.llmagents.team.svea.rule.Family}; the checks themselves stand with their subject.
 * Start at {@link dev.llmagents.team.svea.rule.Assessment}.
 */
package dev.llmagents.team.svea.rule;
