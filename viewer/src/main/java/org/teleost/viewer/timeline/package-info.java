/** Which step is shown when: a state machine over an injected clock that knows neither steps' contents nor windows. */
package org.teleost.viewer.timeline;
