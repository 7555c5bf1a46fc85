/** Child processes: started, watched, started again, and never left behind. */
@NullMarked
package viewstream.stack.process;

import org.jspecify.annotations.NullMarked;
