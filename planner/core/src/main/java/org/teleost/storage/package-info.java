/** Folders that nobody else may write: private to the user, or locked for one run. Uses the JDK only. */
package org.teleost.storage;
