/** JSON whose numbers may be unknown. */
package org.teleost.experiments.json;
