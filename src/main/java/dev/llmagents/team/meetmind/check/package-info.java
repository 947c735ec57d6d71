/** Holds what a model says about a meeting against what was said in it. */
package dev.llmagents.team.meetmind.check;
