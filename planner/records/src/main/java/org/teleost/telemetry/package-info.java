/** What planning does, as events of the virtual machine's own flight recorder (JFR). */
package org.teleost.telemetry;
