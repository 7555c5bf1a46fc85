/** Files with facts about the world, which may be absent and may change at any time. */
@NullMarked
package viewstream.ingestion.databases;

import org.jspecify.annotations.NullMarked;
