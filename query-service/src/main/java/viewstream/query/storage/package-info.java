/** ClickHouse and Redis; nothing else knows them. */
@NullMarked
package viewstream.query.storage;

import org.jspecify.annotations.NullMarked;
