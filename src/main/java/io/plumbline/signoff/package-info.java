/** Who answers for a deployment: evidence checklist, risk factors, acceptances, residual gaps, and decisions that can be replayed. */
package io.plumbline.signoff;
