package viewstream.rollup.auto;

import java.time.LocalDate;
import viewstream.rollup.day.RollReason;

/** A day that is to be rolled, and why. */
record DueDay(LocalDate day, RollReason reason) {}
