/** What can be tested of images, docker compose and Prometheus without Docker. */
@NullMarked
package viewstream.deploy;

import org.jspecify.annotations.NullMarked;
