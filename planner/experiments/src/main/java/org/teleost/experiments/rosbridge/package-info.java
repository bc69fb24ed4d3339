/** Control sessions for robots on ROS 2, through a rosbridge server. */
package org.teleost.experiments.rosbridge;
