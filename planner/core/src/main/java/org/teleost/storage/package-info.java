/**
 * Files that appear whole or not at all, and folders that nobody else may write: private, or locked for one run. JDK
 * only.
 */
package org.teleost.storage;
