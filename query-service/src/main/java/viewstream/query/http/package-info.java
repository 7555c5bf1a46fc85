/** What every endpoint shares: problem replies, CORS, and how an error becomes a status. */
@NullMarked
package viewstream.query.http;

import org.jspecify.annotations.NullMarked;
