/**
 * Seeded players that behave like real ones, and the sender that gets their events acknowledged.
 */
@NullMarked
package viewstream.system.traffic;

import org.jspecify.annotations.NullMarked;
