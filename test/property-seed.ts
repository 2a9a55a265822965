/**
 * In CI the property tests try the same cases each time, so that a change is judged by what it changes; elsewhere they
 * explore, and print the seed of what they find.
 */
import fc from "fast-check";

if (process.env["CI"] === "true") fc.configureGlobal({ seed: 20_260_101 });
