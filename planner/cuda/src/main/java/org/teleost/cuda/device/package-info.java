/** What a device program runs on: memory and kernel launches. Knows neither trees nor models. */
package org.teleost.cuda.device;
