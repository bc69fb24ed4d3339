/** More than one machine: what the command line finds by a service entry. */
package org.teleost.cluster;
