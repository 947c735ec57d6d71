/** JSON in the one form the program uses: one mapper, canonical bytes, objects out of model text, schema checks. */
package dev.llmagents.json;
