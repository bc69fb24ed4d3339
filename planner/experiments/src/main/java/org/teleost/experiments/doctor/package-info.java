/** Inspects the machine and the virtual machine for what makes planning slow or late. */
package org.teleost.experiments.doctor;
