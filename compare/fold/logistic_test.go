package fold

import (
	"math"
	"testing"
)

// example is what is known of a thing, and whether it is of the sort that a
// model is to tell.
type example struct {
	x   []float64
	yes bool
}

// chance is the logistic model's probability that x is a yes.
func chance(beta, x []float64) float64 {
	z := 0.0
	for i := range x {
		z += beta[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// logistic is logistic regression by Newton's method, with a ridge for each
// weight that keeps it small where few examples speak for it. A base is a
// weight whose x is always 1.
func logistic(examples []example, ridge []float64) []float64 {
	n := len(ridge)
	beta := make([]float64, n)
	for range 30 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i], gradient[i] = ridge[i], ridge[i]*beta[i]
		}
		for _, e := range examples {
			p := chance(beta, e.x)
			var at []int // most are 0
			for i, x := range e.x {
				if x != 0 {
					at = append(at, i)
				}
			}
			for _, i := range at {
				gradient[i] += (p - indicator(e.yes)) * e.x[i]
				for _, j := range at {
					hessian[i][j] += p * (1 - p) * e.x[i] * e.x[j]
				}
			}
		}
		moved := 0.0
		for i, d := range solve(hessian, gradient) {
			beta[i] -= d
			moved = max(moved, math.Abs(d))
		}
		if moved < 1e-9 {
			break
		}
	}
	return beta
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// solve is Gaussian elimination with pivoting; it destroys its arguments.
func solve(a [][]float64, y []float64) []float64 {
	n := len(y)
	for i := range n {
		best := i
		for k := i + 1; k < n; k++ {
			if math.Abs(a[k][i]) > math.Abs(a[best][i]) {
				best = k
			}
		}
		a[i], a[best], y[i], y[best] = a[best], a[i], y[best], y[i]
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			y[k] -= f * y[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = y[i]
		for j := i + 1; j < n; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	return x
}

// TestLogistic: examples drawn from known odds give back their sign and size.
func TestLogistic(t *testing.T) {
	var examples []example
	for i := range 600 {
		x := []float64{float64(i % 5), float64(i % 3), 1}
		examples = append(examples, example{x, i*7919%100 < int(100/(1+math.Exp(2-1.5*x[0]+0.5*x[1])))})
	}
	if beta := logistic(examples, []float64{1, 1, 1e-6}); beta[0] < 1 || beta[0] > 2 || beta[1] > -0.2 || beta[2] > -1 {
		t.Errorf("%.2f; want about 1.5, -0.5 and -2", beta)
	}
}
