/** What a newcomer sees: a page with a video, a small catalogue, and some simulated viewers. */
@NullMarked
package viewstream.stack.demo;

import org.jspecify.annotations.NullMarked;
