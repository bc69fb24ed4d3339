/** Keys and certificates of a cluster: made by the JDK's keytool, checked before they are used. */
package org.teleost.cluster.keys;
