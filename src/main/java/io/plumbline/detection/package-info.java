/** What a workspace's people decided on detection: detectors on and off, content policies, the toxicity model; and how well detectors do. */
package io.plumbline.detection;
