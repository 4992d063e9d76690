#pragma once

namespace releve {

/// exp and log that give the same bits on every machine: the C library's differ in the last place between
/// processors with and without fused multiply-add. Relative error below 1e-15 over the range of doubles used here.
/// portable_log needs x > 0; portable_exp returns 0 below -700 and is not meant above 700.
double portable_log(double x);
double portable_exp(double x);

}  // namespace releve
