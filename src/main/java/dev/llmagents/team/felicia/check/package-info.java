/** What of a model's prose may stand: see {@link dev.llmagents.team.felicia.check.NumberGuard}. */
package dev.llmagents.team.felicia.check;
