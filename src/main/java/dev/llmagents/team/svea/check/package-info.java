/**
 * Holds what a model has written against the material: numbers, quotes and references to law. Start at
 * {@link dev.llmagents.team.svea.check.ModelStatements}.
 */
package dev.llmagents.team.svea.check;
