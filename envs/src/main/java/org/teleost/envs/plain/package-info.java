/** Models stripped of what their authors know: a simulator and nothing else, under another name. */
package org.teleost.envs.plain;
