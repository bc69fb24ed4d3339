/** The flight recorder of a control session: every decision with all that is needed to repeat it, on disk and back. */
package org.teleost.flight;
